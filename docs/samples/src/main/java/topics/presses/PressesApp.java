package topics.presses;

import dev.quintet.kernel.app.App;
import dev.quintet.migrations.HasMigrations;
import dev.quintet.migrations.Migration;
import java.util.List;

/// An app of migrations alone, as they look when a column becomes a table.
public final class PressesApp implements App, HasMigrations {

    @Override
    public List<Migration> migrations() {
        return List.of(new M0001Initial(), new M0002Publishers());
    }
}
