package dev.paperround.inbox;

import java.util.List;

/** The newest come first. */
record MailList(int total, List<MailSummary> mails) {}
