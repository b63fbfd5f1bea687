package records.shop;

import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.error.QuintetException;
import java.io.Serial;

/// Somebody was quicker. Thrown inside the transaction of an order, which is taken back with it.
final class SoldOut extends QuintetException {

    @Serial private static final long serialVersionUID = 1L;

    private final transient Basket.Line line;

    SoldOut(Basket.Line line) {
        super(
                Problem.of(
                                "records.E003",
                                "There are fewer than "
                                        + line.count()
                                        + " copies of album "
                                        + line.album().id
                                        + ".")
                        .fixedBy("Order fewer."));
        this.line = line;
    }

    Basket.Line line() {
        return line;
    }
}
