package dev.quintet.http;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Media types by the ending of a file's name: our own table, the same on every machine.
///
/// The types are those of the IANA registry.
public final class MediaTypes {

    private static final Map<String, String> BY_ENDING =
            Map.ofEntries(
                    Map.entry("css", "text/css; charset=utf-8"),
                    Map.entry("html", "text/html; charset=utf-8"),
                    Map.entry("htm", "text/html; charset=utf-8"),
                    Map.entry("js", "text/javascript; charset=utf-8"),
                    Map.entry("mjs", "text/javascript; charset=utf-8"),
                    Map.entry("json", "application/json"),
                    Map.entry("map", "application/json"),
                    Map.entry("jsonld", "application/ld+json"),
                    Map.entry("webmanifest", "application/manifest+json"),
                    Map.entry("txt", "text/plain; charset=utf-8"),
                    Map.entry("md", "text/markdown; charset=utf-8"),
                    Map.entry("csv", "text/csv; charset=utf-8"),
                    Map.entry("ics", "text/calendar; charset=utf-8"),
                    Map.entry("vtt", "text/vtt; charset=utf-8"),
                    Map.entry("xml", "text/xml; charset=utf-8"),
                    Map.entry("rss", "application/rss+xml"),
                    Map.entry("atom", "application/atom+xml"),
                    Map.entry("xhtml", "application/xhtml+xml"),
                    Map.entry("svg", "image/svg+xml"),
                    Map.entry("png", "image/png"),
                    Map.entry("jpg", "image/jpeg"),
                    Map.entry("jpeg", "image/jpeg"),
                    Map.entry("gif", "image/gif"),
                    Map.entry("webp", "image/webp"),
                    Map.entry("avif", "image/avif"),
                    Map.entry("bmp", "image/bmp"),
                    Map.entry("ico", "image/vnd.microsoft.icon"),
                    Map.entry("tif", "image/tiff"),
                    Map.entry("tiff", "image/tiff"),
                    Map.entry("woff", "font/woff"),
                    Map.entry("woff2", "font/woff2"),
                    Map.entry("ttf", "font/ttf"),
                    Map.entry("otf", "font/otf"),
                    Map.entry("mp3", "audio/mpeg"),
                    Map.entry("m4a", "audio/mp4"),
                    Map.entry("aac", "audio/aac"),
                    Map.entry("ogg", "audio/ogg"),
                    Map.entry("oga", "audio/ogg"),
                    Map.entry("opus", "audio/ogg"),
                    Map.entry("flac", "audio/flac"),
                    Map.entry("wav", "audio/wav"),
                    Map.entry("weba", "audio/webm"),
                    Map.entry("mp4", "video/mp4"),
                    Map.entry("m4v", "video/mp4"),
                    Map.entry("webm", "video/webm"),
                    Map.entry("ogv", "video/ogg"),
                    Map.entry("mov", "video/quicktime"),
                    Map.entry("avi", "video/x-msvideo"),
                    Map.entry("mpeg", "video/mpeg"),
                    Map.entry("pdf", "application/pdf"),
                    Map.entry("rtf", "application/rtf"),
                    Map.entry("epub", "application/epub+zip"),
                    Map.entry("doc", "application/msword"),
                    Map.entry(
                            "docx",
                            "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
                    Map.entry("xls", "application/vnd.ms-excel"),
                    Map.entry(
                            "xlsx",
                            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
                    Map.entry("ppt", "application/vnd.ms-powerpoint"),
                    Map.entry(
                            "pptx",
                            "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
                    Map.entry("odt", "application/vnd.oasis.opendocument.text"),
                    Map.entry("ods", "application/vnd.oasis.opendocument.spreadsheet"),
                    Map.entry("odp", "application/vnd.oasis.opendocument.presentation"),
                    Map.entry("zip", "application/zip"),
                    Map.entry("gz", "application/gzip"),
                    Map.entry("tgz", "application/gzip"),
                    Map.entry("bz2", "application/x-bzip2"),
                    Map.entry("xz", "application/x-xz"),
                    Map.entry("zst", "application/zstd"),
                    Map.entry("7z", "application/x-7z-compressed"),
                    Map.entry("tar", "application/x-tar"),
                    Map.entry("jar", "application/java-archive"),
                    Map.entry("wasm", "application/wasm"),
                    Map.entry("yaml", "application/yaml"),
                    Map.entry("yml", "application/yaml"),
                    Map.entry("toml", "application/toml"),
                    Map.entry("sqlite", "application/vnd.sqlite3"),
                    Map.entry("parquet", "application/vnd.apache.parquet"));

    private MediaTypes() {}

    /// {@return the media type of a file's name, with `charset=utf-8` for text, or `null` when its
    /// ending is not known}
    public static @Nullable String ofName(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot < 0 ? null : BY_ENDING.get(fileName.substring(dot + 1).toLowerCase(Locale.ROOT));
    }
}
