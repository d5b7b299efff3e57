// The test runner loads this assembly as a library. As a program it is the site that some tests kill.
if (args is ["ballots", .. var rest]) await BallotSite.Run(rest);
if (args is ["import" or "undo" or "reorganise", ..]) await Fairload.App.Tests.Backup.KilledDesks.Run(args);
if (args is ["backup" or "restore" or "upgrade", ..]) await Fairload.App.Tests.Backup.Kills.Run(args);
