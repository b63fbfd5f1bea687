package dev.quintet.conformance.realdb.polls;

import dev.quintet.conformance.realdb.polls.migrations.Migrations;
import dev.quintet.kernel.app.App;
import dev.quintet.migrations.HasMigrations;
import dev.quintet.migrations.Migration;
import java.util.List;

/// The recorded polls as a part of a site.
public final class PollsApp implements App, HasMigrations {

    @Override
    public List<Migration> migrations() {
        return Migrations.all();
    }
}
