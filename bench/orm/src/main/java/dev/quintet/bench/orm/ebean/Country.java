package dev.quintet.bench.orm.ebean;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/// A row of bench_country.
@Entity
@Table(name = "bench_country")
public class Country {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    private String name;

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
}
