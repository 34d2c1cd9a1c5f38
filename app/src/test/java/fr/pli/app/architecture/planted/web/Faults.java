package fr.pli.app.architecture.planted.web;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Cipher;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.annotation.Transactional;

/** Breaks every rule once, so that each is seen failing. */
class Faults {

    void startsAProgram() throws IOException {
        new ProcessBuilder("true").start();
    }

    Object deserialises(ObjectInputStream in) throws IOException, ClassNotFoundException {
        return in.readObject();
    }

    Cipher choosesAnAlgorithm() throws GeneralSecurityException {
        return Cipher.getInstance("AES/GCM/NoPadding");
    }

    void usesTheTemplate(DataSource source) {
        new JdbcTemplate(source);
    }

    long keepsAConnection(JdbcClient jdbc) {
        return jdbc.sql("select 1").query(Integer.class).stream().count();
    }

    @Scheduled(fixedDelay = 1)
    void runsByItself() {}

    Instant readsItsOwnClock() {
        return Instant.now();
    }

    @Nullable
    String formatsASentenceTwice(MessageSource sentences, String sentence) {
        return sentences.getMessage("absent", null, sentence, Locale.FRENCH);
    }

    @Transactional
    void opensATransactionInAPage() {}
}
