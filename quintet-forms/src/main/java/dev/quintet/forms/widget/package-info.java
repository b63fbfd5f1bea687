/// Widgets: how a field looks in HTML, and how its value is found in what a visitor submitted.
@NullMarked
package dev.quintet.forms.widget;

import org.jspecify.annotations.NullMarked;
