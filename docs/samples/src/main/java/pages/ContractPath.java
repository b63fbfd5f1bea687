package pages;

import dev.quintet.orm.UploadTo;

public final class ContractPath implements UploadTo<Poster> {
    @Override
    public String path(Poster poster, String fileName) {
        return "contracts/" + poster.artist.id() + "/" + fileName;
    }
}
