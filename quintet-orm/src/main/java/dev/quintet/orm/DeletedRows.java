package dev.quintet.orm;

import java.util.Map;

/// How many rows a deletion took.
///
/// @param total of all models
/// @param byModel by model, as `app.Model`
public record DeletedRows(long total, Map<String, Long> byModel) {

    /// Keeps a copy.
    public DeletedRows {
        byModel = Map.copyOf(byModel);
    }
}
