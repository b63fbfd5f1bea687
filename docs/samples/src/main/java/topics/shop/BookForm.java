package topics.shop;

import dev.quintet.forms.ModelForm;

public final class BookForm extends ModelForm<Book> {
    public BookForm() {
        fields(Books.title, Books.isbn, Books.price, Books.author, Books.published);
    }
}
