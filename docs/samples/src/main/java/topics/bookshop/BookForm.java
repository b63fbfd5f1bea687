package topics.bookshop;

import dev.quintet.forms.ModelForm;

public final class BookForm extends ModelForm<Book> {

    public BookForm() {
        fields(Books.title, Books.slug, Books.price, Books.listPrice, Books.author);
    }
}
