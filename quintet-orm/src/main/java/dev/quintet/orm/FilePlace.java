package dev.quintet.orm;

import dev.quintet.kernel.storage.Storages;
import dev.quintet.orm.sql.Codec;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Where the files of a field are, and how their names are stored; generated mappings make these.
/// Immutable.
public final class FilePlace implements Codec<StoredFile> {

    /// The default storage, and no more.
    private static final FilePlace USUAL = new FilePlace(Storages.DEFAULT, null, "", "");

    private static final int LONGEST_NAME = 150;

    private final String storage;
    private final @Nullable UploadTo<?> by;
    private final String width;
    private final String height;

    private FilePlace(String storage, @Nullable UploadTo<?> by, String width, String height) {
        this.storage = storage;
        this.by = by;
        this.width = width;
        this.height = height;
    }

    /// {@return files in the default storage}
    public static FilePlace usual() {
        return USUAL;
    }

    /// {@return these in another storage of the site}
    public FilePlace in(String storage) {
        return new FilePlace(storage, by, width, height);
    }

    /// {@return these under names of your own}
    public FilePlace by(UploadTo<?> by) {
        return new FilePlace(storage, by, width, height);
    }

    /// {@return these, whose rows keep how large the picture is}
    ///
    /// @param width name of the field for the width
    /// @param height name of the field for the height
    public FilePlace sized(String width, String height) {
        return new FilePlace(storage, by, width, height);
    }

    /// {@return the storage's name in the site's {@link Storages}}
    public String storage() {
        return storage;
    }

    /// {@return whether rows keep how large the picture is}
    boolean isSized() {
        return !width.isEmpty();
    }

    String width() {
        return width;
    }

    String height() {
        return height;
    }

    /// {@return the name to keep a file under}
    ///
    /// @param folder with `%Y`, `%m` and `%d` for the day
    /// @param name as who sent it calls it
    @SuppressWarnings("unchecked") // the compiler held the function against the model
    String path(Entity row, String folder, String name, LocalDate day) {
        return by == null ? path(folder, name, day) : ((UploadTo<Entity>) by).path(row, safe(name));
    }

    static String path(String uploadTo, String name, LocalDate day) {
        String folder =
                uploadTo.replace("%Y", "%04d".formatted(day.getYear()))
                        .replace("%m", "%02d".formatted(day.getMonthValue()))
                        .replace("%d", "%02d".formatted(day.getDayOfMonth()));
        String between = folder.isEmpty() || folder.endsWith("/") ? "" : "/";
        return folder + between + safe(name);
    }

    /// {@return a path that leaves room for what makes it free, in a column of so many characters}
    static String fitting(String path, int most) {
        int room = most - 8;
        if (path.length() <= room) {
            return path;
        }
        int slash = path.lastIndexOf('/') + 1;
        int dot = path.lastIndexOf('.');
        String ending = dot > slash && path.length() - dot <= 12 ? path.substring(dot) : "";
        int stem = Math.max(slash + 1, room - ending.length());
        return path.substring(0, Math.min(stem, path.length() - ending.length())) + ending;
    }

    /// Letters, digits, `-`, `_` and `.`; spaces become `_`. Django: `get_valid_filename`.
    private static String safe(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String safe = last.strip().replace(' ', '_').replaceAll("[^-\\w.\\p{L}\\p{N}]", "");
        return safe.isEmpty() || safe.matches("\\.+") ? "file" : fitting(safe, LONGEST_NAME);
    }

    @Override
    public Object encode(StoredFile file) {
        return file.name();
    }

    @Override
    public StoredFile decode(Object stored) {
        return ((String) stored).isEmpty()
                ? StoredFile.NONE
                : new StoredFile((String) stored, storage);
    }
}
