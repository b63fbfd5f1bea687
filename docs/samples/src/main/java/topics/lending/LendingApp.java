package topics.lending;

import dev.quintet.kernel.app.App;
import dev.quintet.migrations.HasMigrations;
import dev.quintet.migrations.Migration;
import java.util.List;
import topics.lending.migrations.M0001Initial;
import topics.lending.migrations.M0002Returned;

public final class LendingApp implements App, HasMigrations {

    @Override
    public List<Migration> migrations() {
        return List.of(new M0001Initial(), new M0002Returned());
    }
}
