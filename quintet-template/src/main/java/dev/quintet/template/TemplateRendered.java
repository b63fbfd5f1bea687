package dev.quintet.template;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Says that a template is being rendered: on its own, included or as a parent. Tests listen.
///
/// @param template which
/// @param context the variables that it sees, a copy
public record TemplateRendered(Template template, Map<String, @Nullable Object> context) {}
