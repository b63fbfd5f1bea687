package pages;

import dev.quintet.forms.AutocompleteSelect;
import dev.quintet.forms.FileField;
import dev.quintet.forms.ModelChoiceField;
import dev.quintet.forms.ModelForm;

public final class PosterForm extends ModelForm<Poster> {
    public final ModelChoiceField<Artist> artist =
            modelChoiceField(Artists.filter(Artists.active.eq(true)))
                    .widget(new AutocompleteSelect("/artists/find/"));
    public final FileField contract = fileField().optional().extensions("pdf").maxSize(5_000_000);

    public PosterForm() {
        fields(Posters.title, Posters.artist, Posters.image, Posters.contract);
        deleteReplacedFiles();
    }
}
