package peer;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/// A row of the table.
@Entity
@Table(name = "world")
public class World extends PanacheEntityBase {
    @Id public long id;

    @Column(name = "randomnumber")
    public int randomNumber;
}
