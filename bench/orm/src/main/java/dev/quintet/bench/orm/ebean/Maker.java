package dev.quintet.bench.orm.ebean;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;

/// A row of bench_maker.
@Entity
@Table(name = "bench_maker")
public class Maker {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    private String name;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "country_id")
    private Country country;

    @OneToMany(mappedBy = "maker")
    private List<Product> products = new ArrayList<>();

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

    /// {@return its country}
    public Country country() {
        return country;
    }

    /// Changes its country.
    public void country(Country country) {
        this.country = country;
    }

    /// {@return its products}
    public List<Product> products() {
        return products;
    }

    /// Changes its products.
    public void products(List<Product> products) {
        this.products = products;
    }
}
