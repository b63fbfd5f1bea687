package dev.quintet.orm;

/// Where a file is kept, found for each: named by `@Field(uploadBy = ...)`, where a folder with the
/// day in it will not do. Has a constructor without parameters. Django: a callable `upload_to`.
///
/// Safe for many threads.
///
/// @param <M> the model
public interface UploadTo<M extends Entity> {

    /// {@return the name to keep it under, such as `covers/7/front.png`; where it is taken the file
    /// gets a free one like it. A new row has no key yet, unless it sets its own}
    ///
    /// @param row as it is about to be saved
    /// @param fileName as who sent it calls it, less folders and whatever is not safe in a name
    String path(M row, String fileName);

    /// Stands for no function: the file goes into the field's folder.
    final class None implements UploadTo<Entity> {

        private None() {}

        @Override
        public String path(Entity row, String fileName) {
            return fileName;
        }
    }
}
