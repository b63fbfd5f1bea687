package dev.quintet.bench.orm.ebean;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/// A row of bench_product.
@Entity
@Table(name = "bench_product")
public class Product {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    private String name;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "maker_id")
    private Maker maker;

    @Column(precision = 8, scale = 2)
    private BigDecimal price;

    private int stock;
    private double rating;
    private boolean active;
    private LocalDate released;
    private Instant created;
    private String notes;

    /// {@return the key}
    public long id() {
        return id;
    }

    /// {@return its name}
    public String name() {
        return name;
    }

    /// Changes its name.
    public void name(String name) {
        this.name = name;
    }

    /// {@return its maker}
    public Maker maker() {
        return maker;
    }

    /// Changes its maker.
    public void maker(Maker maker) {
        this.maker = maker;
    }

    /// {@return its price}
    public BigDecimal price() {
        return price;
    }

    /// Changes its price.
    public void price(BigDecimal price) {
        this.price = price;
    }

    /// {@return its stock}
    public int stock() {
        return stock;
    }

    /// Changes its stock.
    public void stock(int stock) {
        this.stock = stock;
    }

    /// {@return its rating}
    public double rating() {
        return rating;
    }

    /// Changes its rating.
    public void rating(double rating) {
        this.rating = rating;
    }

    /// {@return its active}
    public boolean active() {
        return active;
    }

    /// Changes its active.
    public void active(boolean active) {
        this.active = active;
    }

    /// {@return its released}
    public LocalDate released() {
        return released;
    }

    /// Changes its released.
    public void released(LocalDate released) {
        this.released = released;
    }

    /// {@return its created}
    public Instant created() {
        return created;
    }

    /// Changes its created.
    public void created(Instant created) {
        this.created = created;
    }

    /// {@return its notes}
    public String notes() {
        return notes;
    }

    /// Changes its notes.
    public void notes(String notes) {
        this.notes = notes;
    }
}
