package dev.quintet.kernel.template;

/// Marks an exception that a template shows as an unknown variable instead of failing: what a
/// lookup throws when there is nothing to find. Django: `silent_variable_failure`.
public interface SilentInTemplates {}
