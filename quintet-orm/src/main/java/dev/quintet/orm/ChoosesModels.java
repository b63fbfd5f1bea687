package dev.quintet.orm;

import dev.quintet.kernel.settings.Setting;
import dev.quintet.kernel.settings.Settings;
import java.util.List;

/// An app that does not bring all models of its package to every site: one in whose place a setting
/// names another, one that only another app asks for.
public interface ChoosesModels {

    /// {@return whether a site with these settings has the model}
    ///
    /// @param className of the model, in the package of this app or below it
    boolean hasModel(String className, Settings settings);

    /// {@return the settings that name a model of the site, as `app.Model`, in whose place a site
    /// may put another: migrations of what leads to it follow the setting. Django: `swappable`}
    default List<Setting<String>> modelSettings() {
        return List.of();
    }
}
