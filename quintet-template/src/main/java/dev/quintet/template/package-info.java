/// Django's template language, compiled: {@link dev.quintet.template.TemplateEngine} makes
/// templates that render.
@NullMarked
package dev.quintet.template;

import org.jspecify.annotations.NullMarked;
