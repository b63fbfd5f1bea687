package dev.quintet.kernel.command;

/// A command about commands: it is told which there are.
interface NeedsCommands {

    void commands(Commands commands);
}
