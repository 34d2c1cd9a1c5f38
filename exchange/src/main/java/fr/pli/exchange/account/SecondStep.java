package fr.pli.exchange.account;

/** Says what is asked of somebody after the right password; the feature of second factors knows. */
public interface SecondStep {

    Need need(Person person);

    /** What stands between the password and the session. */
    enum Need {
        NONE,
        /** To prove a factor. */
        PROVE,
        /** To set one up: the profile must have one. */
        ENROL
    }
}
