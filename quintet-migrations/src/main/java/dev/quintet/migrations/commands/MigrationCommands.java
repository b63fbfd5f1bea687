package dev.quintet.migrations.commands;

import dev.quintet.kernel.command.Command;
import dev.quintet.kernel.command.CommandProvider;
import java.util.List;
import java.util.function.Supplier;

/// The commands about migrations and fixtures.
public final class MigrationCommands implements CommandProvider {

    /// For {@link java.util.ServiceLoader}.
    public MigrationCommands() {}

    @Override
    public String group() {
        return "database";
    }

    @Override
    public List<Supplier<? extends Command>> commands() {
        return List.of(
                InspectDbCommand::new,
                MakeMigrationsCommand::new,
                MigrateCommand::new,
                ShowMigrationsCommand::new,
                SqlMigrateCommand::new,
                SquashMigrationsCommand::new,
                DumpDataCommand::new,
                LoadDataCommand::new,
                FlushCommand::new,
                SeedCommand::new);
    }
}
