package records.shop.migrations;

import dev.quintet.migrations.Migration;
import java.util.List;

/// The app's migrations, in order. Written by makemigrations, which adds to it.
public final class Migrations {

    private Migrations() {}

    /// {@return all of them}
    public static List<Migration> all() {
        return List.of(new M0001Initial());
    }
}
