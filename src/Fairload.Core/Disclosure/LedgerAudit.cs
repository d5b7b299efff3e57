namespace Fairload.Core.Disclosure;

/// <summary>What an audit of everything that was let out came to; kept, so that whoever watches over it is told.</summary>
/// <param name="Figures">Groups that were held against each other.</param>
/// <param name="NotProved">The chains that were not proved, one a line; empty where all were.</param>
public sealed record LedgerAudit(
    Id<LedgerAudit> Id, DateTime HeldAt, DateOnly HeldOn, string HeldBy, int Chains, int Releases, int Figures, string NotProved)
{
    public bool IsProved => NotProved.Length == 0;
}
