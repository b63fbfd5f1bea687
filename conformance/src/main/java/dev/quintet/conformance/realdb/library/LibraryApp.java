package dev.quintet.conformance.realdb.library;

import dev.quintet.conformance.realdb.library.migrations.Migrations;
import dev.quintet.kernel.app.App;
import dev.quintet.migrations.HasMigrations;
import dev.quintet.migrations.Migration;
import java.util.List;

/// The recorded library as a part of a site.
public final class LibraryApp implements App, HasMigrations {

    @Override
    public List<Migration> migrations() {
        return Migrations.all();
    }
}
