package fr.pli.exchange.certificate;

import fr.pli.exchange.platform.RefusedException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** What is wrong with a request to the support, field by field; an operator must be able to call back. */
@Component
public class ReachCheck {

    private static final Pattern ADDRESS = Pattern.compile("[^\\s@]{1,64}@[^\\s@]{1,189}");
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TIMES = 200;

    /** By field, in the order of the form; empty when nothing is wrong. */
    public Map<String, RefusedException> flaws(Reach reach) {
        var flaws = new LinkedHashMap<String, RefusedException>();
        if (reach.name().isEmpty() || reach.name().length() > LONGEST_NAME) {
            flaws.put("name", CardRefusal.NAME_REQUIRED.with(LONGEST_NAME));
        }
        if (!ADDRESS.matcher(reach.email()).matches()) {
            flaws.put("email", CardRefusal.EMAIL_REQUIRED.with());
        }
        RegistrationCheck.phone("landline", reach.landline(), flaws);
        RegistrationCheck.phone("mobile", reach.mobile(), flaws);
        if (reach.landline().isEmpty() && reach.mobile().isEmpty()) {
            flaws.put("landline", CardRefusal.PHONE_REQUIRED.with());
        }
        if (reach.times().length() > LONGEST_TIMES) {
            flaws.put("times", CardRefusal.WORDS_TOO_LONG.with(LONGEST_TIMES));
        }
        return flaws;
    }
}
