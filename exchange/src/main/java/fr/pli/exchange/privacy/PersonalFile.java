package fr.pli.exchange.privacy;

/** What a higher feature knows of a person: one more file of their archive. */
public interface PersonalFile {

    /** Without ending, unique. */
    String name();

    /** One row for each object of the file; the person is {@code :person}. */
    String sql();
}
