package dev.quintet.kernel.error;

import java.util.Objects;

/// A line of a file that the user wrote: a template, a settings file, a Java source.
///
/// @param file name as the user knows it: a template's name, a path below the project
/// @param line counted from 1; 0 when only the file is known
/// @param column counted from 1; 0 when only the line is known
public record Place(String file, int line, int column) {

    /// Refuses a place without a file.
    public Place {
        Objects.requireNonNull(file, "file");
    }

    /// {@return the beginning of a line}
    public static Place of(String file, int line) {
        return new Place(file, line, 0);
    }

    /// {@return `file:line:column`, less what is not known}
    @Override
    public String toString() {
        if (line == 0) {
            return file;
        }
        return column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
    }
}
