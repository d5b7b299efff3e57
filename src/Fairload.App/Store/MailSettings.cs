namespace Fairload.App.Store;

/// <summary>How the line to the mail server is protected.</summary>
public enum MailSecurity
{
    /// <summary>Encrypted after the first words, or not at all used: a server that can not do it is sent nothing.</summary>
    StartTls,

    /// <summary>Encrypted from the first byte, as on port 465.</summary>
    Tls,

    /// <summary>Not encrypted: for a relay on the same machine.</summary>
    None,
}

/// <summary>The council's mail server. The password is never in this file: it is in the environment, as
/// <c>FAIRLOAD_MAIL_PASSWORD</c>.</summary>
/// <param name="From">Who the letters are from.</param>
/// <param name="User">Empty where the server asks for no name.</param>
public sealed record MailSettings(
    string Host = "", int Port = 587, MailSecurity Security = MailSecurity.StartTls, string From = "", string User = "")
{
    /// <summary>What is wrong with it, in the words of <c>fairload.json</c>.</summary>
    internal IEnumerable<Problem> Wrong()
    {
        if (Host.Trim().Length == 0) yield return new("mail", $"In fairload.json mail needs host, the name of the council's mail server.");
        if (Port is < 1 or > 65_535) yield return new("mail", $"In fairload.json port of mail must be from 1 to 65535.");
        if (!MimeKit.MailboxAddress.TryParse(From, out var from) || !from.Address.Contains('@', StringComparison.Ordinal))
            yield return new("mail", $"In fairload.json from of mail must be the address that letters come from.");
        if (User.Length > 0 && Security == MailSecurity.None && Host is not ("localhost" or "127.0.0.1" or "::1"))
            yield return new("mail", $"In fairload.json mail must not send a password over a line that is not encrypted: set security to startTls or tls.");
    }
}
