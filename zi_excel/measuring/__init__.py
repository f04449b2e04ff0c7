"""Completion: status on a day, capaian and rencana, the weights of the LKE.

May import the plan.
"""
