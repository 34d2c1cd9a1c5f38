package fr.pli.exchange.account;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.passay.dictionary.ArrayWordList;
import org.passay.dictionary.Dictionary;
import org.passay.dictionary.WordListDictionary;
import org.passay.dictionary.sort.ArraysSort;

/** The shipped list of the most common passwords, lower case, one on each line. */
final class CommonPasswords {

    private CommonPasswords() {}

    static Dictionary shipped() {
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(CommonPasswords.class.getResourceAsStream("/reference/common-passwords.txt")),
                StandardCharsets.UTF_8))) {
            String[] words = lines.lines().filter(line -> !line.isEmpty()).toArray(String[]::new);
            return new WordListDictionary(new ArrayWordList(words, true, new ArraysSort()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
