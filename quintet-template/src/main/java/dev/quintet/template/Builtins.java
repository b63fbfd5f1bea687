package dev.quintet.template;

import java.util.List;
import java.util.Map;

/// The libraries that come with the engine.
final class Builtins {

    private static final Library LANGUAGE = language();
    private static final Library STATIC =
            Library.named("static")
                    .add("static", SiteTags::compileStatic)
                    .add("get_static_prefix", SiteTags.prefix(true))
                    .add("get_media_prefix", SiteTags.prefix(false));
    private static final Library CACHE =
            Library.named("cache").add("cache", SiteTags::compileCache);

    private Builtins() {}

    /// {@return what every template has}
    static List<Library> always() {
        return List.of(LANGUAGE);
    }

    /// {@return what `load` finds}
    static Map<String, Library> loadable() {
        return Map.of(
                "static", STATIC,
                "cache", CACHE,
                "i18n", LanguageTags.library(),
                "l10n", LocalTags.localization(),
                "tz", LocalTags.zones(),
                "humanize", LocalTags.humanize());
    }

    private static Library language() {
        Library library = Library.named("builtins");
        library.add("if", IfNode::compile)
                .add("ifchanged", FlowTags::compileIfChanged)
                .add("with", FlowTags::compileWith)
                .add("cycle", FlowTags::compileCycle)
                .add("resetcycle", FlowTags::compileResetCycle)
                .add("firstof", FlowTags::compileFirstOf)
                .add("for", ForNode::compile)
                .add("extends", ExtendsNode::compile)
                .add("include", IncludeNode::compile)
                .add("block", PageTags::compileBlock)
                .add("load", PageTags::compileLoad)
                .add("comment", PageTags::compileComment)
                .add("verbatim", PageTags::compileVerbatim)
                .add("autoescape", PageTags::compileAutoescape)
                .add("filter", PageTags::compileFilter)
                .add("spaceless", PageTags::compileSpaceless)
                .add("templatetag", PageTags::compileTemplateTag)
                .add("partialdef", PageTags::compilePartialDef)
                .add("partial", PageTags::compilePartial)
                .add("url", SiteTags::compileUrl)
                .add("csrf_token", SiteTags::compileCsrfToken)
                .add("querystring", SiteTags::compileQueryString)
                .add("now", ValueTags::compileNow)
                .add("regroup", ValueTags::compileRegroup)
                .add("widthratio", ValueTags::compileWidthRatio)
                .add("lorem", ValueTags::compileLorem)
                .add("debug", ValueTags::compileDebug);
        ComponentTags.addTo(library);
        var filters = new Filters(library);
        TextFilters.addTo(filters);
        ListFilters.addTo(filters);
        NumberFilters.addTo(filters);
        TimeFilters.addTo(filters);
        return library;
    }
}
