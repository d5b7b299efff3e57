namespace Fairload.Web;

/// <summary>One page in the guide: where it is, what it is called and what it is for.</summary>
public sealed record HelpEntry(string Href, string Name, string For);
