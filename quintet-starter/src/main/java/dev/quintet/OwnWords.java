package dev.quintet;

import dev.quintet.admin.AdminApp;
import dev.quintet.auth.Auth;
import dev.quintet.contenttypes.ContentTypesApp;
import dev.quintet.forms.Form;
import dev.quintet.http.Request;
import dev.quintet.kernel.i18n.LanguageSettings;
import dev.quintet.orm.Entity;
import dev.quintet.template.TemplateEngine;
import dev.quintet.web.Shortcuts;
import java.util.List;

/// What Quintet itself says to visitors, in German, French, Spanish and Arabic.
final class OwnWords {

    /// A class of each module that brings catalogues; they lie under those of the site and its
    /// apps.
    static final List<Class<?>> MODULES =
            List.of(
                    AdminApp.class,
                    Auth.class,
                    ContentTypesApp.class,
                    Form.class,
                    Shortcuts.class,
                    Entity.class,
                    Request.class,
                    TemplateEngine.class,
                    LanguageSettings.class);

    private OwnWords() {}
}
