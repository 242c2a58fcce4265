package dev.paperround.i18n;

import java.io.IOException;

public class ToldException extends IOException implements Failures.Told {
    private static final long serialVersionUID = 1;

    public ToldException(String sentence) {
        super(sentence);
    }

    public ToldException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
