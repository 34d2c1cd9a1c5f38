package fr.pli.app.help;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The articles of the help, in the order in which they are listed; each has a file {@code help/<language>/<slug>.html}. */
public enum Topic {
    SIGN_IN(Audience.EVERYBODY),
    SEND(Audience.EVERYBODY),
    LARGE_FILES(Audience.EVERYBODY),
    RECEIVE(Audience.EVERYBODY),
    FOLLOW(Audience.EVERYBODY),
    ANSWER(Audience.EVERYBODY),
    ACCOUNT(Audience.EVERYBODY),
    EXPERTISE(Audience.EVERYBODY),
    MAGISTRAT(Audience.MAGISTRAT),
    GREFFIER(Audience.GREFFIER),
    JUSTICE(Audience.MAGISTRAT, Audience.GREFFIER),
    DEPARTURE(Audience.MAGISTRAT, Audience.GREFFIER),
    EXPERT(Audience.EXPERT),
    SAPITEUR(Audience.SAPITEUR),
    LAWYER(Audience.LAWYER),
    PARTY(Audience.PARTY),
    PARTNER(Audience.PARTNER, Audience.LAWYER, Audience.PARTY),
    DESIGNATION(Audience.MAGISTRAT, Audience.GREFFIER),
    DIRECTORY(Audience.ADMINISTRATION),
    STATE(Audience.ADMINISTRATION),
    MAILS(Audience.ADMINISTRATION),
    PROGRAMS(Audience.ADMINISTRATION);

    private final Set<Audience> audiences;

    Topic(Audience... audiences) {
        this.audiences = Set.of(audiences);
    }

    /** For whom it is written; at least one. */
    public Set<Audience> audiences() {
        return audiences;
    }

    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @return empty for an unknown word */
    public static Optional<Topic> of(String slug) {
        return Stream.of(values()).filter(topic -> topic.slug().equals(slug)).findFirst();
    }
}
