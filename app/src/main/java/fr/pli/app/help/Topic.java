package fr.pli.app.help;

import java.util.Locale;
import java.util.Optional;
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
    EXPERT(Audience.EXPERT),
    PARTNER(Audience.PARTNER),
    JUSTICE(Audience.JUSTICE),
    DESIGNATION(Audience.JUSTICE),
    DIRECTORY(Audience.ADMINISTRATION),
    STATE(Audience.ADMINISTRATION),
    MAILS(Audience.ADMINISTRATION),
    PROGRAMS(Audience.ADMINISTRATION);

    private final Audience audience;

    Topic(Audience audience) {
        this.audience = audience;
    }

    public Audience audience() {
        return audience;
    }

    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @return empty for an unknown word */
    public static Optional<Topic> of(String slug) {
        return Stream.of(values()).filter(topic -> topic.slug().equals(slug)).findFirst();
    }
}
