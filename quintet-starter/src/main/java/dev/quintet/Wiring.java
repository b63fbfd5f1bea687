package dev.quintet;

import dev.quintet.kernel.app.App;
import dev.quintet.kernel.check.Check;
import dev.quintet.kernel.command.CommandProvider;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.settings.KernelSettings;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.kernel.settings.Value;
import dev.quintet.orm.Models;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/// What a site is wired of and where each part was declared: nothing is found by scanning, so all
/// of it can be listed.
final class Wiring {

    private Wiring() {}

    /// {@return the parts under headings, each a name and where it comes from}
    static Map<String, List<Map<String, String>>> of(Context site) {
        var all = new LinkedHashMap<String, List<Map<String, String>>>();
        var apps = new ArrayList<Map<String, String>>();
        for (App app : site.apps().list()) {
            apps.add(part(app.label(), app.getClass()));
        }
        all.put("apps", apps);
        var models = new ArrayList<Map<String, String>>();
        site.find(Models.KEY)
                .ifPresent(known ->
                        known.list()
                                .forEach(model ->
                                        models.add(part(model.state().label(), model.type()))));
        all.put("models", models);
        all.put("middleware", middleware(site));
        all.put("backends", backends(site.settings()));
        var modules = new ArrayList<Map<String, String>>();
        ServiceLoader.load(CommandProvider.class, CommandProvider.class.getClassLoader())
                .forEach(one -> modules.add(part("commands: " + one.group(), one.getClass())));
        ServiceLoader.load(Check.class, Check.class.getClassLoader())
                .forEach(one ->
                        modules.add(
                                part("check: " + one.getClass().getSimpleName(), one.getClass())));
        all.put("services", modules);
        return all;
    }

    private static List<Map<String, String>> middleware(Context site) {
        var stages = new ArrayList<Map<String, String>>();
        RunningSite running = site.find(RunningSite.KEY).orElse(null);
        if (running == null || site.settings().explain(KernelSettings.SECRET_KEY).value() == null) {
            return stages; // without a key there is no way of a request
        }
        running.pipeline()
                .middleware()
                .forEach(one -> stages.add(part(one.name(), one.getClass())));
        return stages;
    }

    private static List<Map<String, String>> backends(Settings settings) {
        var backends = new ArrayList<Map<String, String>>();
        for (Value<?> value : settings.explainAll()) {
            String name = value.setting().name();
            if ((name.endsWith("_URL") && value.value() instanceof Record)
                    || name.equals("SESSION_ENGINE")
                    || name.equals("STORAGES")) {
                var part = new LinkedHashMap<String, String>();
                part.put("name", name + "=" + value.shown());
                part.put("declared", value.layer().label());
                part.put("from", value.place() == null ? "" : value.place().toString());
                backends.add(part);
            }
        }
        return backends;
    }

    private static Map<String, String> part(String name, Class<?> type) {
        var part = new LinkedHashMap<String, String>();
        part.put("name", name);
        part.put("declared", type.getName().replaceFirst("\\$\\$Lambda.*", " (lambda)"));
        part.put("from", place(type));
        return part;
    }

    private static String place(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return String.valueOf(type.getModule().getName());
        }
        String path = source.getLocation().getPath();
        if (path.endsWith(".jar")) {
            return path.substring(path.lastIndexOf('/') + 1);
        }
        return path;
    }
}
