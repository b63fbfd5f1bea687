package records.shop;

import dev.quintet.admin.ModelAdmin;
import dev.quintet.http.Request;

/// The cellar in the admin: copies are counted in the list.
final class StockAdmin extends ModelAdmin<Stock> {

    StockAdmin() {
        listDisplay(Stocks.album, Stocks.album.artist().name, Stocks.copies);
        listEditable(Stocks.copies);
        listFilter(Stocks.copies);
        searchFields(Stocks.album.title, Stocks.album.artist().name);
        ordering("album__title");
        listPerPage(50);
        autocompleteFields(Stocks.album);
    }

    /// Each record has its place in the cellar already.
    @Override
    protected boolean hasAddPermission(Request request) {
        return false;
    }
}
