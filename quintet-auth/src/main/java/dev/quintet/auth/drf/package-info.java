/// The plain tokens of Django REST framework, for sites beside one.
@NullMarked
package dev.quintet.auth.drf;

import org.jspecify.annotations.NullMarked;
