package dev.quintet.contenttypes;

import static dev.quintet.kernel.i18n.Gettext.gettext;

import dev.quintet.kernel.app.App;
import dev.quintet.kernel.context.Context;
import dev.quintet.migrations.HasMigrations;
import dev.quintet.migrations.MigrateSignals;
import dev.quintet.migrations.Migration;
import java.util.List;

/// The names of models as a part of a site: list it where rows name models, such as permissions,
/// the admin's history or generic relations. Django: `django.contrib.contenttypes`.
public final class ContentTypesApp implements App, HasMigrations {

    /// Made by the site, which lists its apps by their classes.
    public ContentTypesApp() {}

    @Override
    public String verboseName() {
        return gettext("Content Types");
    }

    @Override
    public void ready(Context site) {
        MigrateSignals.POST_MIGRATE.connect("contenttypes", _ -> true, MigratedModels::name);
    }

    @Override
    public List<Migration> migrations() {
        return List.of(new M0001Initial(), new M0002RemoveContentTypeName());
    }
}
