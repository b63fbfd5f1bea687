package dev.quintet.forms;

import dev.quintet.kernel.template.TemplateObject;
import org.jspecify.annotations.Nullable;

/// What templates call the parts of a set of forms: Django's names, and Java's.
final class RowsInTemplates {

    private RowsInTemplates() {}

    static @Nullable Object attribute(FormRows<?, ?> rows, String name) {
        return switch (name) {
            case "management_form", "managementForm" -> rows.managementForm();
            case "forms" -> rows.forms();
            case "add_button", "addButton" -> rows.addButton();
            case "empty_form", "emptyForm" -> rows.emptyForm();
            case "non_form_errors", "nonFormErrors" -> rows.nonFormErrors();
            case "errors" -> rows.errors();
            case "prefix" -> rows.prefix();
            case "media" -> rows.media();
            case "as_p", "asP" -> rows.asP();
            case "as_div", "asDiv" -> rows.asDiv();
            case "as_table", "asTable" -> rows.asTable();
            case "as_ul", "asUl" -> rows.asUl();
            default -> TemplateObject.UNKNOWN;
        };
    }
}
