using System.CommandLine;
using Fairload.Web.Access;
using Fairload.Web.Actions;
using Fairload.Web.Allocation;
using Fairload.Web.Backup;
using Fairload.Web.Caseload;
using Fairload.Web.Check;
using Fairload.Web.DataProtection;
using Fairload.Web.Demo;
using Fairload.Web.Disclosure;
using Fairload.Web.HealthCheck;
using Fairload.Web.Imports;
using Fairload.Web.Serve;
using Fairload.Web.Supervision;
using Fairload.Web.Surveys;
using Fairload.Web.Surveys.Results;
using Fairload.Web.Surveys.Rounds;
using Fairload.Web.Workforce.Reorganisations;

// The table of contents of the program: every word that `fairload` understands, in the order of its help.
var fairload = new RootCommand("Fairload: health checks, fair caseloads and honest conversations for social work departments.")
{
    DemoCommand.Demo(),
    ServeCommand.Serve(),
    ImportCommands.Import(),
    TemplateCommand.Template(),
    CaseloadCommands.Load(),
    CaseloadCommands.Waiting(),
    ReorganiseCommands.Reorganise(),
    SupervisionCommands.Supervision(),
    AllocationCommands.Allocate(),
    AllocationCommands.Frontier(),
    SurveyCommands.Survey(),
    HealthCheckCommands.HealthCheck(),
    DisclosureCommands.Disclosure(),
    RoundCommands.Round(),
    ResultCommands.Results(),
    ActionCommands.Actions(),
    BackupCommands.Backup(),
    BackupCommands.Restore(),
    new Command("export", "Write data into files.") { ToEnterCommand.ToEnter(), PersonCommand.Person() },
    CheckCommand.Check(),
    BenchCommands.Bench(),
    AccountsCommands.Accounts(),
};

return await Words.Run(fairload, args);
