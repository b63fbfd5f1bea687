package dev.quintet.admin;

import dev.quintet.forms.ModelForm;
import dev.quintet.forms.widget.Widget;
import dev.quintet.orm.Entity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// How the form for a row of a model looks. Filled by a constructor, not changed afterwards.
///
/// @param <M> the model
final class FormOptions<M extends Entity> {

    final List<Fieldset> fieldsets = new ArrayList<>();
    final Set<String> excluded = new LinkedHashSet<>();
    final Set<String> readonly = new LinkedHashSet<>();
    final Map<String, ListColumn<M>> computed = new LinkedHashMap<>();
    final Map<String, List<String>> prepopulated = new LinkedHashMap<>();
    final Set<String> rawId = new LinkedHashSet<>();
    final Set<String> autocomplete = new LinkedHashSet<>();
    final Set<String> radio = new LinkedHashSet<>();
    final Map<String, Supplier<? extends Widget>> widgets = new LinkedHashMap<>();
    final List<Inline<?, M>> inlines = new ArrayList<>();
    @Nullable Supplier<? extends ModelForm<M>> form;
    @Nullable Function<? super M, String> viewOnSite;
    boolean saveAsNew;
    boolean saveOnTop;
}
