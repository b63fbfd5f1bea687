package dev.quintet.kernel.storage;

import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// Opens storages of one kind of address, such as `s3`. Found by {@link java.util.ServiceLoader}.
public interface StorageProvider {

    /// {@return what addresses of its kind begin with, less the colon}
    String scheme();

    /// {@return the storage that an address names}
    ///
    /// @param address what follows the colon
    /// @param url the address below which browsers find the files, or `null` where they are private
    /// @throws IllegalArgumentException when it names none, with a sentence that says what was
    ///   expected
    Storage open(String address, @Nullable String url, InstantSource clock);
}
