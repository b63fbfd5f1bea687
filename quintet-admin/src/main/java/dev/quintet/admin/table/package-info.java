/// Tables as files: comma-separated values, JSON, spreadsheets. Knows nothing of models.
@org.jspecify.annotations.NullMarked
package dev.quintet.admin.table;
