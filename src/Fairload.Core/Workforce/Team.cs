using Fairload.Core.Imports;

namespace Fairload.Core.Workforce;

/// <summary>A team of a service, with the days between which it exists and the team that followed it.</summary>
public sealed class Team
{
    private Team() { }

    public Id<Team> Id { get; private init; }
    public string Name { get; private set; } = "";
    public string Service { get; private set; } = "";

    /// <summary>Council, trust, social enterprise: whoever employs the team. Teams move between employers and keep their history.</summary>
    public string Employer { get; private set; } = "";
    public DateOnly? FromOn { get; private set; }

    /// <summary>The last day on which the team exists; null while it does.</summary>
    public DateOnly? ToOn { get; private set; }
    public Id<Team>? SuccessorId { get; private set; }
    public Id<ImportRun>? BroughtBy { get; private init; }
    public int Version { get; private set; }

    public static Team Open(string name, string service, string employer, DateOnly? from, DateOnly? to, Id<ImportRun>? broughtBy) => new()
    {
        Id = Id<Team>.New(),
        Name = name,
        Service = service,
        Employer = employer,
        FromOn = from,
        ToOn = to,
        BroughtBy = broughtBy,
    };

    /// <summary>A team that a reorganisation begins, under an id that was given to it when that was prepared.</summary>
    public static Team Begin(Id<Team> id, string name, string service, string employer, DateOnly from) =>
        new() { Id = id, Name = name, Service = service, Employer = employer, FromOn = from };

    public bool Exists(DateOnly day) => new Period(FromOn, ToOn).Covers(day);

    /// <summary>True when something changed.</summary>
    public bool Amend(string service, string employer, DateOnly? from, DateOnly? to)
    {
        if ((Service, Employer, FromOn, ToOn) == (service, employer, from, to)) return false;
        (Service, Employer, FromOn, ToOn) = (service, employer, from, to);
        Version++;
        return true;
    }

    public bool FollowedBy(Id<Team>? successor)
    {
        if (SuccessorId == successor) return false;
        SuccessorId = successor;
        Version++;
        return true;
    }

    public void Rename(string name)
    {
        Name = name;
        Version++;
    }

    /// <summary>Its work goes on in another, or it is not needed any more.</summary>
    public void End(DateOnly lastDay, Id<Team>? successor)
    {
        (ToOn, SuccessorId) = (FromOn > lastDay ? FromOn : lastDay, successor);
        Version++;
    }

    public void GoTo(string employer)
    {
        Employer = employer;
        Version++;
    }
}
