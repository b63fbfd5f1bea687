package dev.quintet.kernel.command;

import java.util.List;
import java.util.function.Supplier;

/// Lists the commands that a module brings. Found by {@link java.util.ServiceLoader}.
public interface CommandProvider {

    /// {@return the heading that the help lists them under, such as `database`}
    String group();

    /// {@return makers of the commands; each call of a command gets a new one}
    List<Supplier<? extends Command>> commands();
}
