using Fairload.Core.Access;
using static Fairload.Core.Access.Permission;

namespace Fairload.Web.Tests.Routes;

/// <summary>Every address and form of what is entered by hand between extracts.</summary>
internal static class EntryRoutes
{
    public static IReadOnlyList<RouteRow> Rows { get; } =
    [
        new("/allocation/to-enter", SeeWaiting, "/allocation/to-enter", By: Role.TeamManager),
        new("/downloads/allocations-to-enter", SeeWaiting, "/downloads/allocations-to-enter", By: Role.TeamManager, Answer: Answer.File),
        new("/cases/new", EnterCases, "/cases/new", By: Role.TeamManager),
        new("/cases/{id}/close", EnterCases, "/cases/{}/close", Kind.Case, Role.TeamManager),
        new("/cases/{id}/correct", EnterCases, "/cases/{}/correct", Kind.Case, Role.TeamManager),
        new("/entered", EnterStaff, "/entered", By: Role.TeamManager),
        new("/people/new", EnterStaff, "/people/new", By: Role.HumanResources),
        new("/people/{id}/absence/{record:guid?}", EnterStaff, "/people/{}/absence", Kind.Worker, Role.TeamManager),
        new("/people/{id}/leave", EnterStaff, "/people/{}/leave", Kind.Worker, Role.TeamManager),
        new("/people/{id}/reduction/{record:guid?}", EnterStaff, "/people/{}/reduction", Kind.Worker, Role.TeamManager),
    ];

    public static IReadOnlyList<FormRow> Forms { get; } =
    [
        new("/cases/new", "", EnterCases, "/cases/new"),
        new("/cases/{id}/close", "", EnterCases, "/cases/{}/close", Kind.Case),
        new("/cases/{id}/correct", "", EnterCases, "/cases/{}/correct", Kind.Case),
        new("/entered", "Back", EnterStaff, "/entered?handler=Back"),
        new("/entered", "Settle", EnterStaff, "/entered?handler=Settle"),
        new("/imports/{id:guid}", "Settle", Import, "/imports/{}?handler=Settle", Kind.Import),
        new("/people/new", "", EnterStaff, "/people/new"),
        new("/people/{id}/absence/{record:guid?}", "", EnterStaff, "/people/{}/absence", Kind.Worker),
        new("/people/{id}/leave", "", EnterStaff, "/people/{}/leave", Kind.Worker),
        new("/people/{id}/reduction/{record:guid?}", "", EnterStaff, "/people/{}/reduction", Kind.Worker),
    ];
}
