package fr.pli.exchange.platform;

/**
 * Something a person may be told « no » about. Each feature lists its refusals in one enum that implements this; the
 * sentence stands in the feature's bundles under {@code refusal.<code>}, in French and in English.
 */
public interface Refusal {

    /** Stable, lower-case and dotted: it names the sentence in the bundles and the problem type (RFC 9457). */
    String code();

    /** HTTP status, 4xx or 5xx. */
    int status();

    default RefusedException with(Object... arguments) {
        return new RefusedException(this, arguments);
    }
}
